package io.tallybook.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.RepeatedTest;

class TermsThreadsTest {
    /** A run reads terms ahead on one thread while another lists them. */
    @RepeatedTest(5)
    void termsAreListedWhileTheyAreRead() {
        Terms terms = Terms.builtIn();
        List<String> ids = terms.ids();

        CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> ids.forEach(terms::term));
        do {
            assertThat(terms.ids()).isEqualTo(ids);
        } while (!reading.isDone());
        reading.join();
    }
}
