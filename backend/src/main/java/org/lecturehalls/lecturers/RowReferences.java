package org.lecturehalls.lecturers;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.exchange.References;
import org.lecturehalls.exchange.Upsert;
import org.lecturehalls.halls.HallNames;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The halls and teams that rows of lecturers name. */
@Component
class RowReferences {

    private final HallNames halls;
    private final TeamRecords teams;

    RowReferences(HallNames halls, TeamRecords teams) {
        this.halls = halls;
        this.teams = teams;
    }

    record Found(References halls, References teams) {

        LecturerInput resolved(LecturerInput row) {
            return row.at(id(halls, row.homeHallId()), id(teams, row.teamId()));
        }

        /** Null when each cell names one thing or nothing at all, which is found out later. */
        @Nullable
        Upsert<Lecturer> ambiguity(LecturerInput row) {
            if (row.homeHallId() != null && halls.isAmbiguous(row.homeHallId())) {
                return Upsert.refuse("homeHallId", "several-of-this-name");
            }
            return row.teamId() != null && teams.isAmbiguous(row.teamId())
                    ? Upsert.refuse("teamId", "several-of-this-name")
                    : null;
        }

        /** As people know them. */
        void show(Map<String, String> cells) {
            cells.computeIfPresent("homeHallId", (column, id) -> halls.number(id));
            cells.computeIfPresent("teamId", (column, id) -> teams.number(id));
        }

        private static @Nullable String id(References references, @Nullable String text) {
            return text == null ? null : references.id(text);
        }
    }

    Mono<Found> of(List<LecturerInput> rows) {
        return find(texts(rows, LecturerInput::homeHallId), texts(rows, LecturerInput::teamId));
    }

    Mono<Found> ofLecturers(List<Lecturer> lecturers) {
        return find(texts(lecturers, Lecturer::homeHallId), texts(lecturers, Lecturer::teamId));
    }

    private Mono<Found> find(List<String> hallTexts, List<String> teamTexts) {
        Mono<References> teamsCalled =
                teams.records().called(teamTexts).collectList().map(References::of);
        return Mono.zip(halls.called(hallTexts), teamsCalled, Found::new);
    }

    private static <R> List<String> texts(List<R> rows, Function<R, @Nullable String> column) {
        return rows.stream()
                .flatMap(row -> Stream.ofNullable(column.apply(row)))
                .distinct()
                .toList();
    }
}
