package org.lecturehalls.platform;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers that are files to keep. */
public final class FileAnswers {

    private FileAnswers() {}

    /** A file for the person who asked alone: no cache on the way keeps it. */
    public static ResponseEntity<byte[]> of(byte[] content, MediaType type, String name) {
        String attachment =
                ContentDisposition.attachment().filename(name).build().toString();
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment)
                .body(content);
    }
}
