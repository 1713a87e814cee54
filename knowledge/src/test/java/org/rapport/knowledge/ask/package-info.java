@NullMarked
package org.rapport.knowledge.ask;

import org.jspecify.annotations.NullMarked;
