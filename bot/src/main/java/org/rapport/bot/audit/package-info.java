/** Who did what when, from where, with what result. */
@org.jspecify.annotations.NullMarked
package org.rapport.bot.audit;
