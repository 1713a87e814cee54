@org.jspecify.annotations.NullMarked
package org.rapport.knowledge.library;
