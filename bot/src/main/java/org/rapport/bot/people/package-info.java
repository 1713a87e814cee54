/** Organisations and the people in them. */
@org.jspecify.annotations.NullMarked
package org.rapport.bot.people;
