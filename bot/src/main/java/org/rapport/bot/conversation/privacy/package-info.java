/**
 * What in a text is about a private person: found by kind and place, so that it can be left out of
 * what is kept. Rules and word lists, no model.
 */
@org.jspecify.annotations.NullMarked
package org.rapport.bot.conversation.privacy;
