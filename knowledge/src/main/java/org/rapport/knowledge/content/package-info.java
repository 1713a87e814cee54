/** Guidance as written: documents, facts, boundaries and language, read from a folder. */
@org.jspecify.annotations.NullMarked
package org.rapport.knowledge.content;
