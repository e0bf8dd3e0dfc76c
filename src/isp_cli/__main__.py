"""Run isp as `python -m isp_cli`."""

from isp_cli.app import main

main()
