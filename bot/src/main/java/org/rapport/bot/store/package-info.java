/** Database, migrations, transactions; a feature's SQL sits with the feature. */
@org.jspecify.annotations.NullMarked
package org.rapport.bot.store;
