/** The conversation with the backend: take a job, claim it, report, answer. */
@NullMarked
package org.lecturehalls.worker.jobs;

import org.jspecify.annotations.NullMarked;
