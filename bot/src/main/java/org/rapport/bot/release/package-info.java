/**
 * Guidance as releases: what is released is in the database, and every replica builds its index
 * from there.
 */
@org.jspecify.annotations.NullMarked
package org.rapport.bot.release;
