@NullMarked
package org.rapport.knowledge.index;

import org.jspecify.annotations.NullMarked;
