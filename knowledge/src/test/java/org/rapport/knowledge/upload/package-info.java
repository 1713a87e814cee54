/** Files are made here by the programs that people make them with, and then spoilt. */
@org.jspecify.annotations.NullMarked
package org.rapport.knowledge.upload;
