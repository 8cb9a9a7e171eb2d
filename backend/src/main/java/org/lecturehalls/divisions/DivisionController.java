package org.lecturehalls.divisions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.history.Revision;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.InvalidInputException;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.lecturehalls.regions.RegionCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/regions")
@Tag(name = "Regions", description = "Administrative divisions by official code")
class DivisionController {

    private final DivisionTree tree;
    private final DivisionHistory history;

    DivisionController(DivisionTree tree, DivisionHistory history) {
        this.tree = tree;
        this.history = history;
    }

    @GetMapping
    @Operation(summary = "Search divisions by name")
    Mono<Page<DivisionView>> search(
            @Parameter(description = "Part of the name", example = "平马") @RequestParam(required = false) @Nullable
                    String q,
            @Parameter(description = "Only inside this division", example = "4510")
                    @RequestParam(required = false)
                    @Nullable
                    String within,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        RegionCode inside = within == null ? null : code(within, "within");
        return tree.search(q, inside, PageQuery.of(after, limit)).map(page -> page.map(DivisionView::of));
    }

    @GetMapping("/{code}")
    @Operation(summary = "One division and those around it; a replaced code finds its successor")
    Mono<DivisionDetails> get(@Parameter(example = "451022101") @PathVariable String code) {
        return tree.get(code(code, "code"))
                .flatMap(found -> tree.path(found).map(path -> DivisionDetails.of(found, path)));
    }

    @GetMapping("/{code}/children")
    @Operation(summary = "The divisions directly inside a division")
    Mono<List<DivisionView>> children(@Parameter(example = "451022") @PathVariable String code) {
        return tree.children(code(code, "code")).map(DivisionView::of).collectList();
    }

    @GetMapping("/{code}/history")
    @Operation(summary = "Who changed what in a division and when, the latest first (officers)")
    Mono<Page<Revision>> history(
            @Parameter(example = "451022101") @PathVariable String code,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            CurrentUser user) {
        return tree.get(code(code, "code"))
                .filter(found -> user.mayActIn(new RegionCode(found.code())))
                .switchIfEmpty(Mono.error(NotFoundException::new))
                .flatMap(found -> history.page(found, PageQuery.of(after, limit)));
    }

    private static RegionCode code(String value, String field) {
        try {
            return new RegionCode(value);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(List.of(FieldProblem.of(field, "not-a-region")));
        }
    }

    record DivisionView(
            @Schema(example = "451022101") String code,
            @Schema(example = "平马镇") String name,
            DivisionLevel level,
            @Schema(example = "451022") String parent) {

        static DivisionView of(Division division) {
            return new DivisionView(
                    division.code(),
                    division.name(),
                    DivisionLevel.of(new RegionCode(division.code())),
                    division.parent());
        }
    }

    /** @param path the divisions around it, the largest first */
    record DivisionDetails(String code, String name, DivisionLevel level, List<DivisionView> path) {

        static DivisionDetails of(Division division, List<Division> path) {
            DivisionView view = DivisionView.of(division);
            return new DivisionDetails(
                    view.code(),
                    view.name(),
                    view.level(),
                    path.stream().map(DivisionView::of).toList());
        }
    }
}
