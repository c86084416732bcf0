/** The import profiles against headers and files of the real exports, through recognition and reading. */
@NullMarked
package io.tallybook.intake.profiles;

import org.jspecify.annotations.NullMarked;
