/** The benchmark of size: what a question costs as the guidance grows. */
@org.jspecify.annotations.NullMarked
package org.rapport.knowledge.bench;
