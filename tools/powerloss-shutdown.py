"""Takes an ext4 or xfs file system down at once, as a power cut would: what is not on the disk yet is lost.

Python, because Node has no ioctl. Called by powerloss.ts with the mount point; needs root.
"""
import fcntl
import os
import struct
import sys

FS_IOC_SHUTDOWN = 0x8004587D
NO_LOG_FLUSH = 2

descriptor = os.open(sys.argv[1], os.O_RDONLY)
fcntl.ioctl(descriptor, FS_IOC_SHUTDOWN, struct.pack("I", NO_LOG_FLUSH))
