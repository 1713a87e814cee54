/** What people asked and the guidance did not answer well: what to write next. */
@org.jspecify.annotations.NullMarked
package org.rapport.knowledge.gaps;
