/**
 * What an editor should look at in guidance that can be read without a mistake: its facts, its
 * figures, its dates, its spelling and how hard it is to read. The lists that it goes by are text
 * files in the folder {@code review} of the resources.
 */
@org.jspecify.annotations.NullMarked
package org.rapport.knowledge.review;
