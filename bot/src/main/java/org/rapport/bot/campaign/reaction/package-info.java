/** What people were given by their nudges, and what they said to it: the record alone. */
@org.jspecify.annotations.NullMarked
package org.rapport.bot.campaign.reaction;
