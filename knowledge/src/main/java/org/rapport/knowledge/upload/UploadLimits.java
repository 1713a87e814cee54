package org.rapport.knowledge.upload;

/** How much of somebody else's file is read. A file beyond any of these is refused. */
public final class UploadLimits {
  /**
   * Bytes of a file. Word and PDF files of guidance are below 5 MB unless they are full of scans.
   */
  public static final long MOST_BYTES = 20_000_000;

  /** Pages of a PDF. The longest policies run to some 150; beyond are archives, not guidance. */
  public static final int MOST_PAGES = 300;

  /** Sections of one file: 300 pages of some 350 words, and room for short sections. */
  public static final int MOST_SECTIONS = 2_000;

  /** Characters of text of one file: 300 full pages have about one million. */
  public static final int MOST_CHARACTERS = 2_000_000;

  /** Paragraphs, headings and tables of one file: each takes some 200 bytes besides its text. */
  static final int MOST_BLOCKS = 100_000;

  /** Cells of one table of a DOCX, which may be empty and so have no text to be counted. */
  static final int MOST_CELLS = 100_000;

  /** Words of one section: the embedding model reads 512 tokens, about 1.5 to a word with title. */
  public static final int MOST_WORDS = 300;

  /** Words below which a section says too little to be found alone, and is joined to the next. */
  public static final int FEWEST_WORDS = 20;

  /** Columns of a table: with more, a row read as a line no longer tells what belongs to what. */
  static final int MOST_COLUMNS = 12;

  /** Tags in an HTML page: each takes some 300 bytes of heap, so 60 MB at most. */
  static final int MOST_TAGS = 200_000;

  /** Files packed in a DOCX: Word writes about 15, and one for each picture. */
  static final int MOST_PARTS = 5_000;

  /** Bytes that a DOCX may unpack to, by its own table; pictures hardly shrink when packed. */
  static final long MOST_UNPACKED_BYTES = 200_000_000;

  /** Bytes of one XML part of a DOCX as read; Word writes 3 to 8 MB for 300 pages. */
  static final long MOST_PART_BYTES = 20_000_000;

  /** How many times smaller a part may be packed. Word's XML shrinks 10 to 40 times. */
  static final long MOST_PACKING = 200;

  /** Bytes below which packing is not looked at: a short part of blanks is harmless. */
  static final long PACKING_FREE_BYTES = 2_000_000;

  /** Bytes that one packed stream of a PDF may unpack to; PDFBox unpacks it into the heap. */
  static final long MOST_STREAM_BYTES = 24_000_000;

  /** Bytes that all packed streams of a PDF, pictures aside, may unpack to. */
  static final long MOST_STREAMS_BYTES = 200_000_000;

  /** Bytes of a PDF's list of objects as unpacked: 200 objects each, about 50 KB. */
  static final long MOST_TABLE_BYTES = 4_000_000;

  /** Bytes of what is drawn on one page of a PDF; PDFBox may take 20 times that, text has 50 KB. */
  static final long MOST_PAGE_BYTES = 2_000_000;

  /**
   * Letters on one page of a PDF: PDFBox holds a page's, 300 bytes each; small print has 15,000.
   */
  static final int MOST_CHARACTERS_ON_PAGE = 100_000;

  /** Packed bytes of a PDF's stream that is not simply deflated; each may stand for some 2,000. */
  static final long MOST_OLD_BYTES = 10_000;

  /** Bookmarks of a PDF that are looked at. */
  static final int MOST_BOOKMARKS = MOST_SECTIONS;

  /** Files read at once; with the limits above each needs at most about 100 MB of heap. */
  static final int MOST_AT_ONCE = 1;

  private UploadLimits() {}
}
