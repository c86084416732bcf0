/**
 * YAML with places: every wrong key or value is named with file, line and what was expected. Terms, import profiles and job
 * files are read through {@link io.tallybook.yaml.YamlNode}. Values are the text that stands there, never binary numbers.
 */
@NullMarked
package io.tallybook.yaml;

import org.jspecify.annotations.NullMarked;
