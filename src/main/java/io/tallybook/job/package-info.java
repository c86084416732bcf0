/**
 * Job files, and the Spring Batch job that takes spreadsheets to results and reports.
 *
 * <p>{@link io.tallybook.job.JobFile} reads a job file, {@link io.tallybook.job.RunRequest} says what one run is to do,
 * {@link io.tallybook.job.Runner} takes the lock, starts or resumes the job and tells how it ended. The steps stand in
 * {@code TallybookJob} in their order. May use everything but {@code cli}.
 */
@NullMarked
package io.tallybook.job;

import org.jspecify.annotations.NullMarked;
