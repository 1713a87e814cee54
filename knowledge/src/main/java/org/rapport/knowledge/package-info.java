/** Finds an answer in the guidance. {@link Knowledge} is the one door; all else is behind it. */
@org.jspecify.annotations.NullMarked
package org.rapport.knowledge;
