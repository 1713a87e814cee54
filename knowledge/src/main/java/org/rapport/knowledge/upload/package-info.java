/**
 * Files that somebody else wrote, turned into sections.
 *
 * <p>{@link org.rapport.knowledge.upload.DocumentReader} is the door. It tells the kind of a file
 * from its content ({@code Recognition}), lets that kind's {@code FormatReader} pour headings and
 * words into {@code Blocks}, and has {@code Sectioning} cut them into sections of a size that can
 * be found and read. Every file is taken for hostile: {@link
 * org.rapport.knowledge.upload.UploadLimits} bounds size, memory and time, nothing is fetched, and
 * nothing in a file is obeyed. What cannot be read is named by its place.
 *
 * <p>Ten minutes of fuzzing, from the repository's root: {@code JAZZER_FUZZ=1 mvn -pl knowledge
 * test -Dtest=DocumentReaderFuzzTest -Djazzer.hooks=true}. What breaks a reader is then in the
 * resources folder of that test, where it stays as a seed.
 */
@NullMarked
package org.rapport.knowledge.upload;

import org.jspecify.annotations.NullMarked;
