/** From a question to an answer: understand, retrieve, rank, decide, compose. */
@org.jspecify.annotations.NullMarked
package org.rapport.knowledge.ask;
