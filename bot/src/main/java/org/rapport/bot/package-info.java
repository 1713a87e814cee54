/** Where it all starts: {@link org.rapport.bot.App} wires every part, once. */
@org.jspecify.annotations.NullMarked
package org.rapport.bot;
