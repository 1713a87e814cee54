/** A person's calendar feed: awareness days, chats and their nudges, for their own calendar. */
@NullMarked
package org.rapport.bot.calendar;

import org.jspecify.annotations.NullMarked;
