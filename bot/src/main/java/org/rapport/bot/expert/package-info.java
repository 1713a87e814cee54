/**
 * Questions that people ask of their organisation's own communications team: what each is, who does
 * what with it, where it is shown, and when somebody is reminded.
 *
 * <p>{@code ExpertDesk} is the door. A change raises a question's revision; every {@code Post} that
 * shows an older one is due, and whoever talks to the channels brings it up to date.
 */
@org.jspecify.annotations.NullMarked
package org.rapport.bot.expert;
