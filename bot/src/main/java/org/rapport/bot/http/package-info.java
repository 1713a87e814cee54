/** The web server: routes, health, metrics, error pages. */
@org.jspecify.annotations.NullMarked
package org.rapport.bot.http;
