"""A pool to draw from, without a database; and the draw that came of it, as it is handed out."""

from typing import Any

from inspections.drawing import canonical, digest, draw, seed_of, substitute

NONCE = "掷骰子得 3 1 6 2 6 5 4 4"
CLASSES = ["trusted", "ordinary", "warned", "broken", "gravely_broken"]
PERMILLE = {"trusted": 10, "ordinary": 50, "warned": 100, "broken": 500, "gravely_broken": 800}


def pool(objects: dict[str, int], inspectors: int, **changed: Any) -> dict[str, Any]:
    """So many objects of each class, numbered from 1 on; so many inspectors from 901 on."""
    classes = [name for name, count in objects.items() for _one in range(count)]
    return {
        "format": "random-pool/1",
        "number": 7,
        "plan": "样交检〔2026〕7号",
        "redraw_of": None,
        "date": "2026-03-10",
        "commitment": digest(NONCE),
        "classes": CLASSES,
        "permille": PERMILLE,
        "officers_per_object": 2,
        "objects": [{"id": number, "class": name} for number, name in enumerate(classes, 1)],
        "objects_excluded": [],
        "inspectors": [{"id": 901 + one, "certificate": f"C{one}"} for one in range(inspectors)],
        "inspectors_excluded": [],
        "recusals": [],
    } | changed


def exported(of: dict[str, Any], **changed: Any) -> dict[str, Any]:
    """Drawn, with one substitution, as inspections.draw_export writes it."""
    hashed = digest(canonical(of))
    seed = seed_of(hashed, of["date"], NONCE)
    result = draw(of, seed)
    first = result["objects"][0]
    told = {
        "format": "random-draw/1",
        "number": of["number"],
        "plan": of["plan"],
        "state": "drawn",
        "commitment": of["commitment"],
        "pool": of,
        "pool_sha256": hashed,
        "times": {
            "committed": "2026-03-09T01:00:00.000000Z",
            "pooled": "2026-03-09T02:00:00.000000Z",
            "revealed": "2026-03-10T01:00:00.000000Z",
            "revealed_on": "2026-03-10",
        },
        "nonce": NONCE,
        "seed": seed,
        "result": result,
        "result_sha256": digest(canonical(result)),
        "cancelled": None,
        "redraw_of": None,
        "substitutions": [
            {
                "object": first["id"],
                "number": 1,
                "out": first["officers"][0],
                "in": substitute(of, seed, first["id"], 1, first["officers"]),
                "reason": "leave",
                "excluded": [],
                "on": "2026-03-11",
            }
        ],
    }
    return sealed(told | changed)


def sealed(told: dict[str, Any]) -> dict[str, Any]:
    """With the digest that fits, as somebody would who wants to be believed."""
    rest = {name: value for name, value in told.items() if name != "digest"}
    return rest | {"digest": digest(canonical(rest))}


def file_of(told: dict[str, Any]) -> str:
    return canonical(told) + "\n"
