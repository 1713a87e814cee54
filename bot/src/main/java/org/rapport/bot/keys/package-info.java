/**
 * Secrets at rest. {@code Keys} seals and opens text and makes keyed hashes; {@code KeyText} reads
 * keys, {@code KeyFile} keeps those that nobody set.
 */
@org.jspecify.annotations.NullMarked
package org.rapport.bot.keys;
