@org.jspecify.annotations.NullMarked
package org.rapport.knowledge.reading;
