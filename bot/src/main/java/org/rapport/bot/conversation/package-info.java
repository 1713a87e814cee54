/**
 * The coach: what came in from any channel, and what to say.
 *
 * <p>A channel knows a {@code Responder}: {@code Incoming} is answered with a {@code Reply}, and a
 * {@code FormStep} (a form is wanted, or was sent) with a {@code FormReply}: a form to show, what
 * to mend in it, or a reply. Each form is a {@code FormPage} among the {@code Forms}; a button
 * leads to it by {@code Action.Open} with the form's id and a reference that is looked up anew.
 */
@org.jspecify.annotations.NullMarked
package org.rapport.bot.conversation;
