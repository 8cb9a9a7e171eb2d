package org.lecturehalls.competitions;

/** Somebody who judges a contest. */
record Judge(String id, String name) {}
