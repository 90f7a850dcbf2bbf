"""A place beside the force's other districts: rates, what they lie between, and ranks."""

from assessment.patterns.peers.funnel import FunnelLimits, Stands, funnel_limits
from assessment.patterns.peers.peer_rates import PeerRate, PeerRates, peer_rates

__all__ = [
    "FunnelLimits",
    "PeerRate",
    "PeerRates",
    "Stands",
    "funnel_limits",
    "peer_rates",
]
