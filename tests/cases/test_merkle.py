"""Does the tree hash as RFC 6962 says, and does no proof pass for a leaf or a history that is not so?"""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.merkle import (
    BadProof,
    Growing,
    consistency_proof,
    inclusion_proof,
    is_consistent,
    leaf_hash,
    root_by_inclusion,
    root_of,
)

# The inputs and roots of the reference implementation of Certificate Transparency.
INPUTS = [
    bytes.fromhex(one)
    for one in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def join(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right).digest()


# RFC 6962 §2.1.3: the tree over d0 … d6, with the RFC's own letters for its nodes.
A, B, C, D, E, F, J = (sha256(b"\x00" + b"d%d" % n).digest() for n in range(7))
SEVEN = [A, B, C, D, E, F, J]
G, H, I = join(A, B), join(C, D), join(E, F)  # noqa: E741
K, L = join(G, H), join(I, J)
ROOT = join(K, L)


@pytest.mark.parametrize("size", range(9))
def test_the_root_is_that_of_the_reference(size: int) -> None:
    assert root_of([leaf_hash(one) for one in INPUTS[:size]]).hex() == ROOTS[size]


def test_the_example_of_the_rfc() -> None:
    assert root_of(SEVEN) == ROOT
    # In the RFC's figure: d0 needs [b, h, l], d3 [c, g, l], d4 [f, j, k], d6 [i, k].
    paths = {0: [B, H, L], 3: [C, G, L], 4: [F, J, K], 6: [I, K]}
    assert {index: inclusion_proof(index, SEVEN) for index in paths} == paths
    # PROOF(3, D[7]) = [c, d, g, l], PROOF(4, D[7]) = [l], PROOF(6, D[7]) = [i, j, k].
    proofs = {3: [C, D, G, L], 4: [L], 6: [I, J, K]}
    assert {first: consistency_proof(first, SEVEN) for first in proofs} == proofs
    assert is_consistent(3, 7, join(G, C), ROOT, proofs[3])
    assert is_consistent(4, 7, K, ROOT, proofs[4])
    assert is_consistent(6, 7, join(K, I), ROOT, proofs[6])


def some_leaves(size: int) -> list[bytes]:
    return [leaf_hash(b"%d" % n) for n in range(size)]


def recursive(leaves: list[bytes]) -> bytes:
    """MTH word for word: k is the largest power of two smaller than n."""
    if len(leaves) == 1:
        return leaves[0]
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    return join(recursive(leaves[:k]), recursive(leaves[k:]))


def test_growing_leaf_by_leaf_gives_each_root_on_the_way() -> None:
    leaves, tree = some_leaves(129), Growing()
    for size, leaf in enumerate(leaves, start=1):
        tree.append(leaf)
        assert tree.root() == recursive(leaves[:size])


def test_every_leaf_and_every_earlier_size_can_be_proved_up_to_33() -> None:
    for size in range(1, 34):
        leaves = some_leaves(size)
        root = root_of(leaves)
        for index, leaf in enumerate(leaves):
            assert root_by_inclusion(index, size, leaf, inclusion_proof(index, leaves)) == root
        for first in range(1, size + 1):
            assert is_consistent(first, size, root_of(leaves[:first]), root, consistency_proof(first, leaves))


@given(st.data(), st.integers(2, 40))
def test_nothing_else_passes(data: st.DataObject, size: int) -> None:
    leaves = some_leaves(size)
    root, wrong = root_of(leaves), leaf_hash(b"wrong")
    index = data.draw(st.integers(0, size - 1))
    proof = inclusion_proof(index, leaves)
    assert root_by_inclusion(index, size, wrong, proof) != root
    at = data.draw(st.integers(0, len(proof) - 1))
    assert root_by_inclusion(index, size, leaves[index], [*proof[:at], wrong, *proof[at + 1 :]]) != root
    for bad in (proof[:-1], [*proof, wrong]):
        with pytest.raises(BadProof):
            root_by_inclusion(index, size, leaves[index], bad)
    first = data.draw(st.integers(1, size - 1))
    grown = consistency_proof(first, leaves)
    changed = [wrong, *leaves[1:]]
    assert not is_consistent(first, size, root_of(changed[:first]), root, grown)
    assert not is_consistent(first, size, root_of(leaves[:first]), root_of(changed), grown)
    assert not is_consistent(first, size, root_of(leaves[:first]), root, [*grown, wrong])
    assert not is_consistent(first, size, root_of(leaves[:first]), root, grown[:-1])


def test_what_is_not_there_cannot_be_proved() -> None:
    with pytest.raises(IndexError):
        inclusion_proof(3, some_leaves(3))
    with pytest.raises(IndexError):
        consistency_proof(4, some_leaves(3))
    with pytest.raises(BadProof):
        root_by_inclusion(3, 3, leaf_hash(b""), [])
    assert not is_consistent(0, 3, root_of([]), root_of(some_leaves(3)), [])
    assert not is_consistent(4, 3, root_of(some_leaves(4)), root_of(some_leaves(3)), [])
