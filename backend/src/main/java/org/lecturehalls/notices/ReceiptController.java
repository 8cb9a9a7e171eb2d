package org.lecturehalls.notices;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.exchange.Spreadsheet;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/notices/{id}/receipts")
@Tag(name = "notices")
class ReceiptController {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final List<String> HEADER = List.of("姓名", "讲习所", "区划代码", "阅读时间", "确认时间", "提醒时间");

    private final Notices notices;
    private final ReceiptStore receipts;
    private final NoticeSettings settings;

    ReceiptController(Notices notices, ReceiptStore receipts, NoticeSettings settings) {
        this.notices = notices;
        this.receipts = receipts;
        this.settings = settings;
    }

    /** @param name empty for hall managers, whom the hall tells */
    @Schema(name = "NoticeReceipt")
    record View(
            String userId,
            String name,
            String hallName,
            String region,
            @Nullable Instant readAt,
            @Nullable Instant confirmedAt,
            @Nullable Instant remindedAt) {

        static View of(Receipt receipt) {
            return new View(
                    receipt.userId(),
                    receipt.name(),
                    receipt.place(),
                    receipt.region().value(),
                    receipt.readAt(),
                    receipt.confirmedAt(),
                    receipt.remindedAt());
        }
    }

    /** @param items one page; the numbers are of the whole notice */
    @Schema(name = "NoticeReceipts")
    record Table(
            int recipients,
            long read,
            long confirmed,
            List<View> items,
            @Nullable String next) {}

    @GetMapping
    @Operation(summary = "Who has read and confirmed it and when; with `open` only those who have not")
    Mono<Table> list(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            CurrentUser user) {
        var page = PageQuery.of(after, limit);
        return notices.own(id, user)
                .zipWhen(notice ->
                        Mono.zip(receipts.readOf(id), receipts.confirmedOf(id), receipts.ofNotice(id, open, page)))
                .map(both -> table(
                        both.getT1(),
                        both.getT2().getT1(),
                        both.getT2().getT2(),
                        both.getT2().getT3()));
    }

    private static Table table(Notice notice, long read, long confirmed, Page<Receipt> page) {
        var shown = page.map(View::of);
        return new Table(notice.recipients(), read, confirmed, shown.items(), shown.next());
    }

    @GetMapping("/export")
    @Operation(summary = "The receipts as a spreadsheet")
    Mono<ResponseEntity<Flux<DataBuffer>>> export(
            @PathVariable String id, @RequestParam(defaultValue = "XLSX") Spreadsheet format, CurrentUser user) {
        return notices.own(id, user)
                .map(notice ->
                        format.answer("notice-" + id, HEADER, receipts.allOf(id).map(this::row)));
    }

    private List<String> row(Receipt receipt) {
        return List.of(
                receipt.name(),
                receipt.place(),
                receipt.region().value(),
                text(receipt.readAt()),
                text(receipt.confirmedAt()),
                text(receipt.remindedAt()));
    }

    private String text(@Nullable Instant time) {
        return time == null ? "" : TIME.format(time.atZone(settings.zone()));
    }
}
