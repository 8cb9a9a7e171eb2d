package org.lecturehalls.competitions;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lecturehalls.competitions.ContestResult.Placed;
import org.lecturehalls.exchange.files.TableFormat;
import org.lecturehalls.exchange.files.TableWriter;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.platform.WebSettings;
import org.springframework.stereotype.Service;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A published result as files: certificates, the bulletin, and every score. */
@Service
class ResultFiles {

    /** Days on paper are days of the city. */
    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

    private final Contests contests;
    private final SheetStore sheets;
    private final ContestLog log;
    private final WebSettings web;

    ResultFiles(Contests contests, SheetStore sheets, ContestLog log, WebSettings web) {
        this.contests = contests;
        this.sheets = sheets;
        this.log = log;
        this.web = web;
    }

    /**
     * Certificates of all winners, by rank, without those that were revoked. Fails with {@link NotFoundException} when none
     * is left.
     */
    Mono<byte[]> certificates(CurrentUser officer, String id) {
        return published(officer, id)
                .map(contest -> certificates(contest, Placed::holdsAward))
                .filter(texts -> !texts.isEmpty())
                .switchIfEmpty(Mono.error(NotFoundException::new))
                .publishOn(Schedulers.boundedElastic())
                .map(AwardPaper::pdf);
    }

    /**
     * The certificate of one entry, for its people and officers. To others, and before publication, there is none; fails with
     * {@link ConflictException} when it was revoked.
     */
    Mono<byte[]> certificate(CurrentUser user, String id, String entryId) {
        return contests.get(user, id)
                .filter(contest -> contest.state().showsResult())
                .filter(contest -> contest.entry(entryId)
                        .filter(ref -> Feedback.isFor(user, contest, ref))
                        .isPresent())
                .doOnNext(contest -> checkGood(contest, entryId))
                .map(contest -> certificates(contest, place -> place.entryId().equals(entryId)))
                .filter(texts -> !texts.isEmpty())
                .switchIfEmpty(Mono.error(NotFoundException::new))
                .publishOn(Schedulers.boundedElastic())
                .map(AwardPaper::pdf);
    }

    private static void checkGood(Contest contest, String entryId) {
        boolean revoked = result(contest).places().stream()
                .anyMatch(place -> place.entryId().equals(entryId) && place.revokedAward() != null);
        if (revoked) {
            throw new ConflictException("certificate-revoked");
        }
    }

    private List<AwardPaper.Text> certificates(Contest contest, Predicate<Placed> which) {
        ContestResult result = result(contest);
        return result.places().stream()
                .filter(place -> place.award() != null)
                .filter(which)
                .map(place -> new AwardPaper.Text(
                        contest.plan().title(),
                        people(place),
                        place.title(),
                        Objects.requireNonNull(place.award()),
                        day(result.at()),
                        Objects.requireNonNull(place.certificate()),
                        address(place)))
                .toList();
    }

    private String address(Placed place) {
        return UriComponentsBuilder.fromUri(web.publicUrl())
                .path("/api/v1/award-certificates/{code}/page")
                .build(place.certificate())
                .toString();
    }

    /** The bulletin, for everybody who may see the result. */
    Mono<byte[]> bulletin(String id) {
        return contests.get(null, id)
                .filter(contest -> contest.state().showsResult())
                .switchIfEmpty(Mono.error(NotFoundException::new))
                .zipWhen(contest -> log.publishedHead(id).defaultIfEmpty(""))
                .publishOn(Schedulers.boundedElastic())
                .map(both -> BulletinPaper.pdf(bulletin(both.getT1(), both.getT2())));
    }

    private static BulletinPaper.Text bulletin(Contest contest, String head) {
        ContestResult result = result(contest);
        List<List<String>> rows = result.places().stream()
                .filter(place -> place.rank() != null)
                .map(place -> List.of(
                        String.valueOf(place.rank()),
                        place.title(),
                        people(place),
                        Objects.requireNonNullElse(place.score(), ""),
                        Objects.requireNonNullElse(place.award(), "")))
                .toList();
        List<String> notes = List.of("公布日期：" + day(result.at()), "审计日志校验值：" + head);
        return new BulletinPaper.Text(contest.plan().title() + "结果公报", notes, rows);
    }

    /** Every score of every judge, one row a sheet. */
    Mono<byte[]> matrix(CurrentUser officer, String id) {
        return contests.run(officer, id)
                .doOnNext(contest -> contests.check(ContestPolicy.JUDGED, contest))
                .zipWhen(contest -> sheets.submitted(id).collectList())
                .publishOn(Schedulers.boundedElastic())
                .map(both -> xlsx(rows(both.getT1(), both.getT2())));
    }

    private static List<List<String>> rows(Contest contest, List<JudgingSheet> submitted) {
        Map<String, String> names = contest.judges().stream().collect(Collectors.toMap(Judge::id, Judge::name));
        Map<String, Integer> numbers =
                contest.takingPart().stream().collect(Collectors.toMap(EntryRef::id, EntryRef::number));
        List<RubricLine> rubric = contest.plan().rubric();
        List<String> header = new ArrayList<>(List.of("编号", "评委"));
        rubric.forEach(line -> header.add(line.name()));
        header.add("评语");
        List<List<String>> rows = new ArrayList<>();
        rows.add(header);
        submitted.stream()
                .filter(sheet -> numbers.containsKey(sheet.entryId()))
                .sorted(Comparator.comparing((JudgingSheet sheet) -> numbers.getOrDefault(sheet.entryId(), 0))
                        .thenComparing(JudgingSheet::judgeId))
                .forEach(sheet -> {
                    List<String> row = new ArrayList<>();
                    row.add(String.valueOf(numbers.get(sheet.entryId())));
                    row.add(names.getOrDefault(sheet.judgeId(), sheet.judgeId()));
                    rubric.forEach(line -> row.add(sheet.scores().getOrDefault(line.id(), "")));
                    row.add(Objects.requireNonNullElse(sheet.comment(), ""));
                    rows.add(row);
                });
        return rows;
    }

    private static byte[] xlsx(List<List<String>> rows) {
        TableWriter writer = TableWriter.of(TableFormat.XLSX);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(writer.write(rows));
        file.writeBytes(writer.finish());
        return file.toByteArray();
    }

    private Mono<Contest> published(CurrentUser officer, String id) {
        return contests.run(officer, id).doOnNext(contest -> contests.check(ContestPolicy.RESULTS, contest));
    }

    static ContestResult result(Contest contest) {
        return Objects.requireNonNull(contest.result(), "published with its result");
    }

    static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, CITY);
    }

    static String people(Placed place) {
        List<String> people = new ArrayList<>(List.of(place.entrantName()));
        people.addAll(place.coPresenters());
        return String.join("、", people);
    }
}
