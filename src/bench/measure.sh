#!/bin/sh
# Measures a whole run, without reports, on generated cost exports. Needs java 17 and GNU time.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
jar=$here/../../target/tallybook.jar
data=${BENCH_DATA:-/tmp/bench}
heap=${BENCH_HEAP:-512m}

for rows in "$@"; do
    folder=$data/usage-$rows
    mkdir -p "$folder/in"
    java "$here/GenerateUsage.java" "$rows" "$folder/in/usage.csv" > "$folder/sums"
    (cd "$folder" && /usr/bin/time -f "$rows rows: %e s wall, %U s + %S s processor, %M KiB at most" \
        java -Xmx"$heap" -jar "$jar" run --in in --out out --as-of 2025-12-31 --no-reports > summary)
    rm -rf "$folder"
done
