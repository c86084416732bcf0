package io.tallybook.analysis.support;

import io.tallybook.ledger.Pool;
import io.tallybook.result.SourceRows;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The rows that SA spend rests on, which several figures name.
 *
 * @param pools  those of each pool
 * @param groups  those of each group
 */
record SpendSources(Map<Pool, List<SourceRows>> pools, Map<SpendGroup, List<SourceRows>> groups) {
    static SpendSources of(SpendSum spend) {
        Map<Pool, List<SourceRows>> pools = new EnumMap<>(Pool.class);
        for (Pool pool : Pool.values()) {
            pools.put(pool, UnitResults.rows(spend.counted(pool)));
        }
        Map<SpendGroup, List<SourceRows>> groups = new EnumMap<>(SpendGroup.class);
        for (SpendGroup group : SpendGroup.values()) {
            groups.put(group, UnitResults.rows(spend.counted(group)));
        }
        return new SpendSources(pools, groups);
    }

    List<SourceRows> of(Pool pool) {
        return pools.getOrDefault(pool, List.of());
    }

    List<SourceRows> of(SpendGroup group) {
        return groups.getOrDefault(group, List.of());
    }
}
