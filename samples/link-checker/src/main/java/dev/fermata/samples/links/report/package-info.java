/** What has been found: counted, judged and shown. */
@NullMarked
package dev.fermata.samples.links.report;

import org.jspecify.annotations.NullMarked;
