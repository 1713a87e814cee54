/** The Lucene index: one directory a generation, built beside the live one and then swapped. */
@org.jspecify.annotations.NullMarked
package org.rapport.knowledge.index;
