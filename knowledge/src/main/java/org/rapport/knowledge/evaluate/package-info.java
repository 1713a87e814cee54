/** How good the search and the answers are, as numbers. */
@org.jspecify.annotations.NullMarked
package org.rapport.knowledge.evaluate;
