/** Turns text into vectors with a small model that ships inside a Maven artifact. */
@org.jspecify.annotations.NullMarked
package org.rapport.knowledge.embed;
