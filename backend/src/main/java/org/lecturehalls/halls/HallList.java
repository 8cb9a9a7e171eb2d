package org.lecturehalls.halls;

import java.util.List;
import java.util.Map;
import org.lecturehalls.divisions.Divisions;
import org.lecturehalls.exchange.Column;
import org.lecturehalls.exchange.RevisedList;
import org.lecturehalls.exchange.RowCells;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.regions.RegionCode;
import org.springframework.stereotype.Component;

/** Halls as rows of a spreadsheet, told apart by their numbers. */
@Component
class HallList extends RevisedList<HallInput, Hall> {

    private static final List<Column> COLUMNS = List.of(
            Column.required("number", "编号"),
            Column.required("name", "名称"),
            Column.required("type", "类型"),
            Column.required("state", "状态"),
            Column.required("region", "区划代码"),
            Column.optional("address", "地址"),
            Column.required("latitude", "纬度"),
            Column.required("longitude", "经度"),
            Column.required("capacity", "容纳人数"),
            Column.optional("equipment", "设备"),
            Column.optional("openingHours", "开放时间"),
            Column.optional("managerId", "负责人账号"),
            Column.optional("managerName", "负责人"));

    /** Lists that were kept before the platform call a hall in use open. */
    private static final Map<String, HallState> ALSO_STATES = Map.of("开放", HallState.OPEN);

    private final HallRecords halls;

    HallList(HallRecords halls, Divisions divisions) {
        super(halls.records(), divisions::resolve);
        this.halls = halls;
    }

    @Override
    public String name() {
        return "halls";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    @SuppressWarnings("NullAway")
    public HallInput read(RowCells row) {
        return new HallInput(
                row.text("number"),
                row.text("name"),
                row.choice("type", Hall.TYPES),
                row.choice("state", Hall.STATES, ALSO_STATES),
                row.region("region"),
                row.text("address"),
                row.decimalOrNull("latitude"),
                row.decimalOrNull("longitude"),
                row.number("capacity"),
                row.texts("equipment"),
                row.each("openingHours", "not-opening-hours", OpeningHours::parse),
                row.textOrNull("managerId"),
                row.textOrNull("managerName"));
    }

    @Override
    public String key(HallInput input) {
        return input.number();
    }

    @Override
    protected RegionCode region(HallInput row) {
        return row.region();
    }

    @Override
    protected RegionCode regionOf(Hall record) {
        return record.region();
    }

    @Override
    protected Hall create(HallInput row, RegionCode region, CurrentUser user) {
        return Hall.of(Ids.next(), row, region, null, halls.records().first(user));
    }

    @Override
    protected Hall change(Hall before, HallInput row, RegionCode region) {
        return before.with(row, region);
    }

    @Override
    protected void saved(Hall record) {
        halls.tell(record);
    }
}
