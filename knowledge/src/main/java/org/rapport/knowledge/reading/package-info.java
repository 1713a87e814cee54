/** What every reader of content shares: YAML, and the list of what is wrong in it. */
@org.jspecify.annotations.NullMarked
package org.rapport.knowledge.reading;
