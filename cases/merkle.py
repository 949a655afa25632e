"""Is this entry in the record, and did the record only grow? The tree of RFC 6962 §2.1 over the entries' headers.

Leaves come as their hashes: the hash of an entry (cases.record.header_hash) is the RFC's leaf hash of its header.
"""

import hashlib
from collections.abc import Iterable, Sequence

EMPTY = hashlib.sha256(b"").digest()
LEAF, NODE = b"\x00", b"\x01"


class BadProof(ValueError):
    """The proof has not the length that the sizes demand."""


def leaf_hash(data: bytes) -> bytes:
    return hashlib.sha256(LEAF + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(NODE + left + right).digest()


class Growing:
    """A tree that takes leaf after leaf and keeps only the roots of its full subtrees, at most log₂ n hashes."""

    def __init__(self) -> None:
        self.size = 0
        self._full: list[bytes] = []

    def append(self, leaf: bytes) -> None:
        # Each trailing 1 of the old size is a full subtree that the new leaf completes to one twice as large.
        carry, size = leaf, self.size
        while size & 1:
            carry = node_hash(self._full.pop(), carry)
            size >>= 1
        self._full.append(carry)
        self.size += 1

    def root(self) -> bytes:
        if not self._full:
            return EMPTY
        found = self._full[-1]
        for left in reversed(self._full[:-1]):
            found = node_hash(left, found)
        return found


def root_of(leaves: Iterable[bytes]) -> bytes:
    """MTH of §2.1."""
    tree = Growing()
    for leaf in leaves:
        tree.append(leaf)
    return tree.root()


def inclusion_proof(index: int, leaves: Sequence[bytes]) -> list[bytes]:
    """PATH of §2.1.1: what a leaf (counted from 0) needs to reach the root, from below. Raises IndexError."""
    if not 0 <= index < len(leaves):
        raise IndexError(index)
    low, high, path = 0, len(leaves), []
    while high - low > 1:
        middle = low + _split(high - low)
        if index < middle:
            path.append(root_of(leaves[middle:high]))
            high = middle
        else:
            path.append(root_of(leaves[low:middle]))
            low = middle
    return path[::-1]


def root_by_inclusion(index: int, size: int, leaf: bytes, proof: Sequence[bytes]) -> bytes:
    """The root that a leaf and its proof amount to; the caller compares. Raises BadProof."""
    if not 0 <= index < size:
        raise BadProof("no such leaf")
    found, place, last = leaf, index, size - 1
    for other in proof:
        if last == 0:
            raise BadProof("proof too long")
        if place & 1 or place == last:
            found = node_hash(other, found)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            found = node_hash(found, other)
        place, last = place >> 1, last >> 1
    if last:
        raise BadProof("proof too short")
    return found


def consistency_proof(first: int, leaves: Sequence[bytes]) -> list[bytes]:
    """PROOF of §2.1.2: that the tree of the first so many leaves is the beginning of this one. Raises IndexError."""
    if not 0 < first <= len(leaves):
        raise IndexError(first)
    return _subproof(first, leaves, known=True)


def _subproof(first: int, leaves: Sequence[bytes], *, known: bool) -> list[bytes]:
    size = len(leaves)
    if first == size:
        return [] if known else [root_of(leaves)]
    middle = _split(size)
    if first <= middle:
        return [*_subproof(first, leaves[:middle], known=known), root_of(leaves[middle:])]
    return [*_subproof(first - middle, leaves[middle:], known=False), root_of(leaves[:middle])]


def is_consistent(first: int, second: int, old: bytes, new: bytes, proof: Sequence[bytes]) -> bool:
    """Is the tree with root `old` and `first` leaves the beginning of that with root `new` and `second` leaves?"""
    if first == second:
        return old == new and not proof
    if not 0 < first < second:
        return False
    path = list(proof)
    if first & (first - 1) == 0:
        path.insert(0, old)  # A full subtree: the verifier knows it, so the proof leaves it out.
    if not path:
        return False
    place, last = first - 1, second - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    found_old = found_new = path[0]
    for other in path[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            found_old, found_new = node_hash(other, found_old), node_hash(other, found_new)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            found_new = node_hash(found_new, other)
        place, last = place >> 1, last >> 1
    return (found_old, found_new, last) == (old, new, 0)


def _split(size: int) -> int:
    """The largest power of two below size."""
    return 1 << (size - 1).bit_length() - 1
