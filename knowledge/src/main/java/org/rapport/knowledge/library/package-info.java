/** What nudges are made of, as data: awareness days, suggested posts, networks and stages. */
@org.jspecify.annotations.NullMarked
package org.rapport.knowledge.library;
