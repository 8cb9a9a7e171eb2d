package org.lecturehalls.lecturers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.lecturehalls.divisions.Divisions;
import org.lecturehalls.exchange.Column;
import org.lecturehalls.exchange.References;
import org.lecturehalls.exchange.RevisedList;
import org.lecturehalls.exchange.RowCells;
import org.lecturehalls.exchange.Upsert;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.regions.RegionCode;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Teams as rows of a spreadsheet, told apart by their numbers. */
@Component
class TeamList extends RevisedList<TeamInput, Team> {

    private static final List<Column> COLUMNS = List.of(
            Column.required("number", "编号"),
            Column.required("name", "名称"),
            Column.required("region", "区划代码"),
            Column.optional("leaderId", "队长"));

    private final TeamRecords teams;
    private final LecturerRecords lecturers;

    TeamList(TeamRecords teams, LecturerRecords lecturers, Divisions divisions) {
        super(teams.records(), divisions::resolve);
        this.teams = teams;
        this.lecturers = lecturers;
    }

    @Override
    public String name() {
        return "teams";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public TeamInput read(RowCells row) {
        return new TeamInput(row.text("number"), row.text("name"), row.region("region"), row.textOrNull("leaderId"));
    }

    @Override
    public String key(TeamInput input) {
        return input.number();
    }

    @Override
    protected RegionCode region(TeamInput row) {
        return row.region();
    }

    @Override
    protected RegionCode regionOf(Team record) {
        return record.region();
    }

    @Override
    protected Team create(TeamInput row, RegionCode region, CurrentUser user) {
        return Team.of(Ids.next(), row, region, teams.records().first(user));
    }

    @Override
    protected Team change(Team before, TeamInput row, RegionCode region) {
        return Team.of(before.id(), row, region, before.revision());
    }

    @Override
    protected Mono<List<Map<String, String>>> cells(List<Team> some) {
        List<String> leaders = some.stream()
                .flatMap(team -> Stream.ofNullable(team.leaderId()))
                .toList();
        return leaders(leaders)
                .map(found -> some.stream().map(team -> cells(team, found)).toList());
    }

    private static Map<String, String> cells(Team team, References leaders) {
        Map<String, String> cells = new HashMap<>(team.fields());
        cells.computeIfPresent("leaderId", (column, id) -> leaders.number(id));
        return cells;
    }

    private Mono<References> leaders(List<String> texts) {
        return lecturers.records().called(texts).collectList().map(References::of);
    }

    @Override
    protected Mono<Prepared<TeamInput, Team>> prepare(List<TeamInput> rows) {
        List<String> texts =
                rows.stream().flatMap(row -> Stream.ofNullable(row.leaderId())).toList();
        return leaders(texts).flatMap(found -> prepare(rows, found));
    }

    private Mono<Prepared<TeamInput, Team>> prepare(List<TeamInput> rows, References leaders) {
        List<TeamInput> resolved = rows.stream()
                .map(row -> row.leaderId() == null ? row : row.ledBy(leaders.id(row.leaderId())))
                .toList();
        Map<TeamInput, Upsert<Team>> ambiguous = new HashMap<>();
        for (int index = 0; index < rows.size(); index++) {
            String leader = rows.get(index).leaderId();
            if (leader != null && leaders.isAmbiguous(leader)) {
                ambiguous.put(resolved.get(index), Upsert.refuse("leaderId", "several-of-this-name"));
            }
        }
        return misfits(resolved).map(misfits -> {
            Map<TeamInput, Upsert<Team>> all = new HashMap<>(misfits);
            all.putAll(ambiguous);
            return new Prepared<>(resolved, all);
        });
    }

    /** A leader must be in the team, so a team that is not there yet can have none. */
    @Override
    protected Mono<Map<TeamInput, Upsert<Team>>> misfits(List<TeamInput> rows) {
        List<String> leaders =
                rows.stream().flatMap(row -> Stream.ofNullable(row.leaderId())).toList();
        Mono<Map<String, String>> teamsOfLeaders = lecturers
                .records()
                .having("_id", leaders)
                .filter(lecturer -> lecturer.inUse() && lecturer.teamId() != null)
                .collectMap(Lecturer::id, lecturer -> Objects.requireNonNull(lecturer.teamId()));
        Mono<Map<String, String>> ids = teams.records()
                .having("number", rows.stream().map(TeamInput::number).toList())
                .collectMap(Team::number, Team::id);
        return Mono.zip(teamsOfLeaders, ids).map(found -> misfits(rows, found.getT1(), found.getT2()));
    }

    private static Map<TeamInput, Upsert<Team>> misfits(
            List<TeamInput> rows, Map<String, String> teamsOfLeaders, Map<String, String> ids) {
        Map<TeamInput, Upsert<Team>> misfits = new HashMap<>();
        for (TeamInput row : rows) {
            String team = ids.get(row.number());
            if (row.leaderId() != null && (team == null || !team.equals(teamsOfLeaders.get(row.leaderId())))) {
                misfits.put(row, Upsert.refuse("leaderId", "leader-not-in-team"));
            }
        }
        return misfits;
    }
}
