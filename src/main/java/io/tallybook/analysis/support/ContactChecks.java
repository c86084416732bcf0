package io.tallybook.analysis.support;

import io.tallybook.analysis.Assessment;
import io.tallybook.analysis.Sources;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.SupportContact;
import io.tallybook.result.Finding;
import io.tallybook.result.FindingStatus;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Whether a support contact is a named person (SA-CON-02, SA-CON-04). */
final class ContactChecks {
    private final Rulebook rules;
    private final Set<String> words = new HashSet<>();

    ContactChecks(Rulebook rules) {
        this.rules = rules;
        rules.table("contact-group-words").rows().forEach(row -> words.add(Rulebook.cell(row, "word")));
    }

    void write(String account, Entry<SupportContact> entry, Assessment out) {
        SupportContact contact = entry.record();
        if (contact.activeFrom() != null && contact.activeFrom().isAfter(rules.asOf())) {
            return;
        }
        String subject = "agreement:" + contact.agreement() + "/contact:" + contact.contact();
        boolean group = contact.type() != null && contact.type() != SupportContact.Type.PERSON;
        String shown =
                contact.name().isBlank() ? contact.contact() : contact.name().strip();
        out.add(named(account, subject, contact, group, shown)
                .withEdition(rules.edition())
                .withSources(Sources.of(entry)));
        if (contact.type() == null && contact.name().isBlank()) {
            return;
        }
        Finding kind;
        if (group) {
            kind = Finding.of(
                    "SA-CON-04",
                    account,
                    subject,
                    FindingStatus.FAIL,
                    shown + " is no person but of type " + contact.type() + ".");
        } else if (contact.type() == null && hasGroupWord(contact.name())) {
            kind = rules.statements()
                    .finding(
                            "SA-CON-04",
                            account,
                            subject,
                            rules.asOf(),
                            "Is " + shown + " a person, not a department or group?");
        } else {
            kind = Finding.of("SA-CON-04", account, subject, FindingStatus.PASS, shown + " is taken to be a person.");
        }
        out.add(kind.withEdition(rules.edition()).withSources(Sources.of(entry)));
    }

    private Finding named(String account, String subject, SupportContact contact, boolean group, String shown) {
        if (contact.name().isBlank() || group) {
            return Finding.of(
                    "SA-CON-02",
                    account,
                    subject,
                    FindingStatus.FAIL,
                    contact.name().isBlank()
                            ? "The contact has no name."
                            : shown + " is of type " + contact.type() + ", no person.");
        }
        int at = contact.email().indexOf('@');
        String mailbox = (at < 0 ? contact.email() : contact.email().substring(0, at))
                .strip()
                .toLowerCase(Locale.ROOT);
        if (hasGroupWord(contact.name()) || words.contains(mailbox)) {
            return rules.statements()
                    .finding(
                            "SA-CON-02",
                            account,
                            subject,
                            rules.asOf(),
                            "Does " + shown + " name an individual person?");
        }
        return Finding.of("SA-CON-02", account, subject, FindingStatus.PASS, shown + " is named.");
    }

    private boolean hasGroupWord(String name) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= name.length(); i++) {
            char c = i < name.length() ? name.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c)) {
                word.append(c);
            } else {
                if (words.contains(word.toString().toLowerCase(Locale.ROOT))) {
                    return true;
                }
                word.setLength(0);
            }
        }
        return false;
    }
}
