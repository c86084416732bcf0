package io.tallybook.analysis.support;

/** The two parts of a Server and Cloud Enrollment, each of which may have unlimited support. */
enum SceComponent {
    APPLICATION_PLATFORM,
    CIS_SUITE
}
