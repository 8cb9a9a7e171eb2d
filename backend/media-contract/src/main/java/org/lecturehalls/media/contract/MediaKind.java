package org.lecturehalls.media.contract;

/** What a media asset is for, which decides what is accepted and what is made of it. */
public enum MediaKind {
    /** A lecture video, or audio alone, which becomes an audio lesson. */
    VIDEO,
    /** A lesson plan or slides: doc, docx, odt, ppt, pptx or pdf. */
    DOCUMENT,
    /** A picture of a hall or of a session: JPEG, PNG or WebP. */
    PHOTO
}
