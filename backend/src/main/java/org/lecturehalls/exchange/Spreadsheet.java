package org.lecturehalls.exchange;

import java.util.List;
import org.lecturehalls.exchange.files.TableFormat;
import org.lecturehalls.exchange.files.TableWriter;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The kinds of spreadsheet that tables are handed out as. Cells that would be run as formulas are neutralised. */
public enum Spreadsheet {
    XLSX(TableFormat.XLSX),
    CSV(TableFormat.CSV);

    private static final int ROWS_AT_A_TIME = 500;
    private static final DataBufferFactory BUFFERS = DefaultDataBufferFactory.sharedInstance;

    private final TableFormat format;

    Spreadsheet(TableFormat format) {
        this.format = format;
    }

    /**
     * An answer that is a file to keep, written as its rows come; never held as a whole.
     *
     * @param name of the file, without its ending
     * @param rows each with as many cells as the header
     */
    public ResponseEntity<Flux<DataBuffer>> answer(String name, List<String> header, Flux<List<String>> rows) {
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(name + "." + format.extension())
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(file(header, rows));
    }

    private Flux<DataBuffer> file(List<String> header, Flux<List<String>> rows) {
        return Flux.defer(() -> {
            TableWriter writer = TableWriter.of(format);
            return Flux.just(header)
                    .concatWith(rows)
                    .buffer(ROWS_AT_A_TIME)
                    .publishOn(Schedulers.boundedElastic(), 1)
                    .map(writer::write)
                    .concatWith(Mono.fromCallable(writer::finish))
                    .filter(piece -> piece.length > 0)
                    .map(BUFFERS::wrap);
        });
    }
}
