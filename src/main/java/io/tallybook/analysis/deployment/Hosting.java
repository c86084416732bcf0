package io.tallybook.analysis.deployment;

import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Provider;
import io.tallybook.ledger.Server;
import io.tallybook.ledger.Server.Location;
import io.tallybook.ledger.YesNo;
import org.jspecify.annotations.Nullable;

/** Which servers are the customer's own, and which are shared servers in the sense of License Mobility. */
final class Hosting {
    /** The kind of a server. */
    enum Kind {
        OWN,
        SHARED,
        NOT_KNOWN
    }

    private final Estate estate;

    Hosting(Estate estate) {
        this.estate = estate;
    }

    Kind kind(String server) {
        Entry<Server> entry = estate.server(server);
        return entry == null ? Kind.NOT_KNOWN : kind(entry.record());
    }

    Kind kind(Server server) {
        return switch (server.location()) {
            case OWN, AZURE_STACK -> Kind.OWN;
            case AZURE -> Kind.SHARED;
            case PROVIDER ->
                switch (server.shared()) {
                    case YES -> Kind.SHARED;
                    case UNKNOWN -> Kind.NOT_KNOWN;
                    // A dedicated server of a Listed Provider is treated like a shared one (SA-LMS-13).
                    case NO ->
                        switch (listed(server)) {
                            case YES -> Kind.SHARED;
                            case NO -> Kind.OWN;
                            case UNKNOWN -> Kind.NOT_KNOWN;
                        };
                };
        };
    }

    boolean isShared(String server) {
        return kind(server) == Kind.SHARED;
    }

    /** Is the server of shared kind, as an answer? */
    YesNo shared(String server) {
        return switch (kind(server)) {
            case SHARED -> YesNo.YES;
            case OWN -> YesNo.NO;
            case NOT_KNOWN -> YesNo.UNKNOWN;
        };
    }

    /** Says what would settle the kind of a server. */
    String unknownKind(String id) {
        Entry<Server> entry = estate.server(id);
        if (entry == null) {
            return "server " + id + " was not delivered";
        }
        Server server = entry.record();
        return server.shared().isKnown()
                ? "whether " + providerName(server) + " is a Listed Provider is not known; listed_provider settles it"
                : "whether server " + id + " is shared is not known; `shared` settles it";
    }

    /** Is the provider of the server a Listed Provider? */
    YesNo listed(Server server) {
        Provider provider = provider(server);
        return provider == null ? YesNo.UNKNOWN : provider.listedProvider();
    }

    /** Is the provider of the server a License Mobility partner? Azure needs no partner. */
    YesNo partner(Server server) {
        if (server.location() == Location.AZURE) {
            return YesNo.YES;
        }
        Provider provider = provider(server);
        return provider == null ? YesNo.UNKNOWN : provider.mobilityPartner();
    }

    @Nullable
    Provider provider(Server server) {
        Entry<Provider> entry = estate.rules().provider(server.provider());
        return entry == null ? null : entry.record();
    }

    static String providerName(Server server) {
        return server.provider().isEmpty() ? "the provider of server " + server.server() : server.provider();
    }

    /** Who runs a shared server: Azure, or the provider; empty if that is not known. */
    String party(Server server) {
        return server.location() == Location.AZURE
                ? "AZURE"
                : server.provider().isEmpty() ? "" : "provider " + server.provider();
    }

    String farm(String server) {
        Entry<Server> entry = estate.server(server);
        return entry == null ? "" : entry.record().farm();
    }

    boolean isAt(String server, Location location) {
        Entry<Server> entry = estate.server(server);
        return entry != null && entry.record().location() == location;
    }

    /** Is the server the customer's own, or dedicated to the customer, whoever the provider is? */
    static boolean isDedicated(Server server) {
        return switch (server.location()) {
            case OWN, AZURE_STACK -> true;
            case AZURE -> false;
            case PROVIDER -> server.shared().isNo();
        };
    }
}
